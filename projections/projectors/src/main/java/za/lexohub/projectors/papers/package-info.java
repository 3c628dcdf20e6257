/** Projects events of attachments and statements onto their read models. */
@NullMarked
package za.lexohub.projectors.papers;

import org.jspecify.annotations.NullMarked;
