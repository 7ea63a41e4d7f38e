"""Repairs of misplaced text in KVR documents. Each module has one public function.

Most of these functions run in the order of ``REPAIRS`` in ../document.py. Each takes the reading
that the previous one returned. Those that repair a single field run when the field is read:
``fill_last_element``, ``separate_notes_above_nine``, ``restore_text_after_reply_date`` and
``take_askers_from_title``.
"""
