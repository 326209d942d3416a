package org.satchel.digest;

import java.util.List;

/**
 * @param position of this site's journal; the digests are of exactly the revisions up to it
 */
public record DigestReport(long position, List<Digest> types) {}
