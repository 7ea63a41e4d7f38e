"""Remarks on unpublished attribute values: names of images, and unusable addresses."""

from kv2rdf.addresses import external
from kv2rdf.model.paper import Remark
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.markup.xml_node import Node


def image_remarks(content: Node) -> tuple[Remark, ...]:
    """Return one remark with the names of all images in a paper, if there are any."""
    images = [Node(content.document, found) for found in content.element.iter("illustratie")]
    names = " | ".join(filter(None, (image.attribute_or_empty("naam") for image in images)))
    rule = FindingRule.IMAGE_NOT_PUBLISHED
    return (Remark(rule=rule, location=images[0].path, text=names or None),) if images else ()


def address_remarks(content: Node) -> tuple[Remark, ...]:
    """Return a remark on each link whose web address is not valid."""
    links = (Node(content.document, found) for found in content.element.iter("extref"))
    found = ((link, link.attribute_or_empty("doc")) for link in links)
    return tuple(
        Remark(rule=FindingRule.UNUSABLE_ADDRESS, location=f"{link.path}/@doc", text=address)
        for link, address in found
        if _is_called_web_address(link, address) and not external.is_web_address(address)
    )


def _is_called_web_address(link: Node, address: str) -> bool:
    is_named = link.attribute_or_empty("soort").casefold() == "url"
    return bool(address) and (is_named or address.casefold().startswith(("http:", "https:")))
