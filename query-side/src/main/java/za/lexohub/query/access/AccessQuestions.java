package za.lexohub.query.access;

import org.springframework.context.annotation.Configuration;

/** Where the questions about an attorney's access are put together. */
@Configuration(proxyBeanMethods = false)
public class AccessQuestions {}
