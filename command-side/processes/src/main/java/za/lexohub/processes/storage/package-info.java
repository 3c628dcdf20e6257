/** Keeps rendered papers in S3: each written once, under its tenant's prefix, with its checksum. */
@NullMarked
package za.lexohub.processes.storage;

import org.jspecify.annotations.NullMarked;
