package za.lexohub.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;
import za.lexohub.api.bulkhead.BulkheadProperties;
import za.lexohub.api.bulkhead.RequestBulkhead;
import za.lexohub.api.command.CommandRequestArgument;
import za.lexohub.api.input.BodyLimit;
import za.lexohub.api.input.PlainPath;
import za.lexohub.api.input.StrictJson;
import za.lexohub.api.problem.Problems;
import za.lexohub.api.publiclink.PublicRateLimit;
import za.lexohub.api.ratelimit.CallerRateLimit;
import za.lexohub.api.ratelimit.Quotas;
import za.lexohub.api.ratelimit.RateLimitProperties;
import za.lexohub.api.reading.ParameterCheck;
import za.lexohub.api.request.TraceFilter;
import za.lexohub.api.security.CallerArgument;
import za.lexohub.api.security.PermissionCheck;
import za.lexohub.api.security.TenantInLogs;
import za.lexohub.query.BeforeWaiting;
import za.lexohub.role.HttpRole;
import za.lexohub.sessions.RateLimits;

/** The HTTP edge: what every request passes, in this order, and the controllers behind it. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties({
  BulkheadProperties.class,
  EdgeProperties.class,
  PublicLinkProperties.class,
  RateLimitProperties.class
})
public class EdgeConfiguration {
  /** Before Spring Security, which stands at -100. */
  private static final int BEFORE_SECURITY = -200;

  private static final int AFTER_SECURITY = -50;

  private final JsonMapper json = StrictJson.mapper();

  @Bean
  Problems problems(EdgeProperties edge, ObjectProvider<MeterRegistry> meters) {
    return new Problems(edge.publicUrl(), json, meters.getIfAvailable(CompositeMeterRegistry::new));
  }

  @Bean
  FilterRegistrationBean<TraceFilter> traceFilter(ObjectProvider<OpenTelemetry> traces) {
    return ordered(new TraceFilter(traces.getIfAvailable()), Ordered.HIGHEST_PRECEDENCE + 10);
  }

  @Bean
  FilterRegistrationBean<PlainPath> plainPath(Problems problems) {
    return ordered(new PlainPath(problems), Ordered.HIGHEST_PRECEDENCE + 11);
  }

  @Bean
  @HttpRole
  FilterRegistrationBean<PublicRateLimit> publicRateLimit(
      PublicLinkProperties links, RateLimitProperties limits, Quotas quotas) {
    return ordered(
        new PublicRateLimit(links.requestsPerMinute(), limits.publicToken(), quotas),
        BEFORE_SECURITY);
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit(Problems problems) {
    return ordered(new BodyLimit(problems), BEFORE_SECURITY + 1);
  }

  @Bean
  @HttpRole
  FilterRegistrationBean<RequestBulkhead> bulkhead(
      BulkheadProperties limits, Problems problems, ObjectProvider<MeterRegistry> meters) {
    return ordered(
        new RequestBulkhead(limits, problems, meters.getIfAvailable(CompositeMeterRegistry::new)),
        BEFORE_SECURITY + 2);
  }

  @Bean
  @HttpRole
  BeforeWaiting placeGivenBack() {
    return () -> {
      if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked) {
        RequestBulkhead.giveBack(asked.getRequest());
      }
    };
  }

  /** Addresses that could mean two things; the error page makes a problem of it. */
  @Bean
  RequestRejectedHandler requestRejectedHandler() {
    return new HttpStatusRequestRejectedHandler();
  }

  @Bean
  WebMvcConfigurer edgeMvc() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PermissionCheck()).addPathPatterns("/api/**");
        registry.addInterceptor(new ParameterCheck()).addPathPatterns("/api/**");
        registry.addInterceptor(new TenantInLogs()).addPathPatterns("/api/**");
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
        resolvers.add(new CommandRequestArgument());
      }

      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json));
      }
    };
  }

  @Bean
  @HttpRole
  Quotas quotas(RateLimits limits, Problems problems) {
    return new Quotas(limits, problems);
  }

  @Bean
  @HttpRole
  FilterRegistrationBean<CallerRateLimit> callerRateLimit(
      RateLimitProperties limits, Quotas quotas) {
    return ordered(new CallerRateLimit(limits, quotas), AFTER_SECURITY);
  }

  private static <F extends Filter> FilterRegistrationBean<F> ordered(F filter, int order) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(order);
    return registration;
  }
}
