"""Addresses that some RDF readers refuse or change, and others that only look unusual."""

_HOST = "http://example.org/"

HOSTILE = (
    *(_HOST + path for path in (
        "%zz", "%", "%4", "a#b#c", "#/a#b", "a[b", "a]b", "?q[1]", "#[", "a b", "a\\b", "a\tb",
        "a\nb", "<", ">", "{x}", "|", "^", "`", '"', "\0", "\x7f", "\x80", "\x9f", "\xa0", "\u1680",
        "\u2028", "\u3000", "\u061c", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069",
        "\ue000", "#\ue000", "\ufdd0", "?\ufdd0", "\ufff0", "\ufffd", "\ufffe", "\uffff",
        "\U0001fffe", "\U000e0001", "\U000f0000", "\ud800", "\udfff",
    )),
    "http://[::1", "http://[1:2]/", "http://[::g]/", "http://[fe80::1%25eth0]/", "http://ex.org:x/",
    "http://ex.org:80a/", "http://u@v@ex.org/", "http:///x", "http://", "http:x", "http:/x",
    "https://?q", "http://#f", "http://:80/", "http://u@/x", "http://u:p@:80", "www.ex.org",
    "//ex.org/", "", ":", "http", "ftp://ex.org/", "javascript:alert(1)", "mailto:a@b",
    "http:\\\\ex.org", "HTTP://ex.org/", " http://ex.org/", "\ufeffhttp://ex.org/",
)  # fmt: skip
"""Addresses that are left out, because they are not IRIs of web pages."""

ODD = (
    *(_HOST + path for path in (
        "'", "é", "e\u0301", "’a’", "?a?b", "?\ue000", "\u200b", "\xad", "\U000e1000", "//a",
        "../a", "%5B%0a", ":a@b;c=,!$&'()*+", "a~b", "?#",
    )),
    "http://[::1]/", "http://[v1.a]/", "http://[::ffff:1.2.3.4]:8/", "http://ex.org:99999/",
    "http://ex.org:/", "http://u:p@ex.org/", "http://@ex.org", "http://é.nl/", "http://a..b/",
    "http://1.2.3.4.5/", "http://a%20b.org/", "https://ex.org",
)  # fmt: skip
"""Addresses that are kept as they are."""
