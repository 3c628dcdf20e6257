package za.lexohub.audit.pack;

/** What a person reads first, who is no programmer. */
final class PackReadme {

  static String text(String scope, String created, long events, long checkpointSize) {
    return """
    WHAT THIS IS

    These are records of LexoHub about %1$s,
    packed on %2$s: %3$d recorded events, in the order in which they were recorded.
    Nothing in here can be changed without it being noticed. You can check that yourself, on
    your own computer, without the network and without trusting whoever gave you this file.

    HOW TO CHECK IT

    1. Keep the ZIP as you got it. Copy verify.html out of it, or better: use a verify.html that
       you have from elsewhere.
    2. Open verify.html with a web browser. The network may be off.
    3. Give it the ZIP. It says "verified", or it names every place that was altered, is missing
       or was put in.

    With Java installed, the same by command:  java -jar verifier.jar pack THE-FILE.zip

    Both ask for a key. key.txt holds the one that the pack itself names; if you got the key
    from somebody else, such as the notary or auditor who keeps it, use theirs. A pack that agrees
    only with its own key shows that nothing was changed since it was packed, and no more.

    WHAT IS INSIDE

    events.ndjson   every event, one on each line, oldest first; the last line counts them.
                    Names, addresses and free text are sealed: whoever may read them can do so
                    in LexoHub. What was erased on request of a person can never be read again,
                    yet its seal still proves that it was not exchanged.
    checkpoint      the signed statement that the log had %4$d events and no others.
    checkpoints/    earlier statements of the same kind.
    tile/           the links between the events of this pack and that statement.
    documents/      the papers (PDF) as they were issued, and the documents that people added, as
                    they were uploaded. documents.json says which event recorded each one; one
                    that an event records and no file holds was erased.
    schemas/        what the fields of each kind of event are.
    manifest.txt    a signed list of all the files in this ZIP. When it is long, files.txt is the
                    list, and the manifest signs that one.
    key.txt         the keys that check the signatures: first the log's, then the pack's.
    key-changes/    if there were other keys before: how each has named the one that followed it.

    WHAT IT DOES NOT SHOW

    That what was recorded is true, only that it was recorded, when, by whom, and that it is
    complete and unaltered since. Times are those of LexoHub's database.
    """
        .formatted(scope, created, events, checkpointSize);
  }

  private PackReadme() {}
}
