# One image for all five roles; SPRING_PROFILES_ACTIVE says which. Built from the jar that `mvn verify` leaves behind:
#   docker build -t lexohub .
FROM eclipse-temurin:25-jdk-noble AS layers
WORKDIR /layers
COPY api/target/api-0.1.0-SNAPSHOT.jar application.jar
RUN ["java", "-Djarmode=tools", "-jar", "application.jar", "extract", "--layers", "--destination", "extracted"]

FROM eclipse-temurin:25-jre-noble
# The authorities behind the database's certificate; the JDBC URL names this file.
ADD --chmod=444 https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem /etc/lexohub/rds-global-bundle.pem
WORKDIR /application
# What changes least comes first, so that a release is its own classes and, below, their cache.
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
# The classes that a start loads, as the JVM keeps them once it has linked them: less than half the time of a start, and
# 110 MB (ADR 45). A start without any part shows which they are. The JVM takes them where it is this JVM and these are the
# files that they were made with, and starts without them otherwise.
COPY image/training.properties ./
RUN ["java", "-XX:AOTCacheOutput=/application/application.aot", "-Dspring.context.exit=onRefresh", "-Dspring.profiles.active=aws,command,process,worker,projection,query", "-Dspring.config.additional-location=file:/application/training.properties", "-jar", "application.jar"]
# Nobody's; all it may write to is /tmp, since the root is read-only where it runs.
USER 10001:10001
EXPOSE 8080
# Exec form: the process is asked to stop itself, by SIGTERM. A name is looked up again after 5 s, so that the node follows
# a database that has failed over.
ENTRYPOINT ["java", "-XX:AOTCache=/application/application.aot", "-Djava.io.tmpdir=/tmp", "-Dsun.net.inetaddr.ttl=5", "-jar", "application.jar"]
