# The register as an image. The H2 build by default, the PostgreSQL build with --build-arg APP=quarkus-app-postgresql.

FROM maven:3.9.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY seeds seeds
COPY docs/problems docs/problems
COPY src src
# Tests have run before anyone builds an image; this stage only packs.
RUN mvn -B -ntp -DskipTests -Ppostgresql package

FROM eclipse-temurin:17.0.17_10-jre-noble
ARG APP=quarkus-app
# The volume takes over this owner, so that the program can write to it without being root.
RUN install -d -o 10001 -g 10001 /data
WORKDIR /app
COPY --from=build /build/target/${APP} ./
USER 10001:10001
ENV SERVANDA_DATA_DIR=/data
# 70 %: the rest is for threads, direct buffers and the code itself. A process that ran out of memory answers wrongly
# or not at all; ended, it is started again.
ENV JAVA_OPTS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
# With a read-only root, /data and /tmp are all that is written.
VOLUME /data
# 9000, the management port, listens on the container's own loopback only.
EXPOSE 8080
# Without curl in the image: the shell opens the connection, the first line of the answer holds the status.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${QUARKUS_MANAGEMENT_PORT:-9000} && printf 'GET /q/health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
# exec puts java in the place of the shell: it is process 1 and gets SIGTERM itself.
ENTRYPOINT ["sh", "-c", "exec java $JAVA_OPTS -jar quarkus-run.jar"]
