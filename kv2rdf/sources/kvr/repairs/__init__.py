"""Repairs of misplaced text in KVR documents. Each module contains one public function.

Most of these functions are listed in ``REPAIRS`` in ../document.py, and are called in the order of
that list. Each takes the reading that the previous function returned. The following functions
repair a single field, and are called when the field is read: ``fill_last_element``,
``separate_notes_above_nine``, ``restore_text_after_reply_date`` and ``take_askers_from_title``.
"""
