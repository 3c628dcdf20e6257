package za.lexohub.query.promises;

import org.springframework.context.annotation.Configuration;

/** Where the questions about agreements, scope amendments and reminders are put together. */
@Configuration(proxyBeanMethods = false)
public class PromisesQuestions {}
