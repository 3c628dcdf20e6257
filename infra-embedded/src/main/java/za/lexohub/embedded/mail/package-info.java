/** The SMTP server that takes the mail, and the IMAP server that shows it. */
@NullMarked
package za.lexohub.embedded.mail;

import org.jspecify.annotations.NullMarked;
