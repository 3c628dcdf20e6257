/** The advocates' practices and how they price a document. */
@NullMarked
package za.lexohub.domain.practice;

import org.jspecify.annotations.NullMarked;
