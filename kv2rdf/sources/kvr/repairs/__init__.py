"""Repairs of misplaced text in KVR documents. Each module has one public function.

Most of these functions run in the order of ``REPAIRS`` in ../document.py, each on the reading that
the one before it returned. Those that repair a single field run where the field is read:
``fill_last_element``, ``separate_notes_above_nine``, ``restore_text_after_reply_date`` and
``take_askers_from_title``.
"""
