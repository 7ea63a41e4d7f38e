"""Repairs of known misplacements in KVR documents: one public function in each module.

Most take a KvrReading and return one; they run in the order of ``REPAIRS`` in ../document.py. Those
of a single field run where the field is read: ``fill_last_element``, ``separate_notes_above_nine``,
``restore_text_after_reply_date`` and ``take_askers_from_title``.
"""
