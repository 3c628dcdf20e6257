package za.lexohub.query.papers;

import org.springframework.context.annotation.Configuration;

/** Where the questions about attachments and statements are put together. */
@Configuration(proxyBeanMethods = false)
public class PapersQuestions {}
