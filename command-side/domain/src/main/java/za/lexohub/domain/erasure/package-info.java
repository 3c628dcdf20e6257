/** Decides what may be erased, and when: keeps what the law keeps and what is still needed. */
@NullMarked
package za.lexohub.domain.erasure;

import org.jspecify.annotations.NullMarked;
