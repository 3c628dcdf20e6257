package za.lexohub.query.work;

import org.springframework.context.annotation.Configuration;

/** Where the questions about work logged on matters are put together. */
@Configuration(proxyBeanMethods = false)
public class WorkQuestions {}
