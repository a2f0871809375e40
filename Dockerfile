# Built in stages: restore (cached by the project files), test, publish, run.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS restore
# --build-arg DiscordNet=true includes the delivery through Discord.Net (docs/discord-net.md); MSBuild reads it from the environment.
ARG DiscordNet=false
ENV DiscordNet=$DiscordNet
WORKDIR /src
COPY Bot.sln Directory.Build.props Directory.Packages.props global.json .editorconfig ./
COPY src/Lectures/Lectures.csproj src/Lectures/
COPY src/Bot/Bot.csproj src/Bot/
COPY src/Bot.DiscordNet/Bot.DiscordNet.csproj src/Bot.DiscordNet/
COPY tests/Bot.Tests/Bot.Tests.csproj tests/Bot.Tests/
COPY tests/Bot.Bench/Bot.Bench.csproj tests/Bot.Bench/
RUN dotnet restore Bot.sln

FROM restore AS test
COPY . .
RUN dotnet test --no-progress && touch /tested

FROM restore AS publish
ARG TARGETARCH=amd64
COPY . .
RUN dotnet publish src/Bot -c Release -a $TARGETARCH -o /app

# The framework comes along with the program, trimmed.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
WORKDIR /app
# An image is only made of code whose tests passed.
COPY --from=test /tested /tmp/tested
COPY --from=publish /app ./
COPY appsettings.json ./
COPY index/names.txt ./index/
COPY index/lectures ./index/lectures
RUN mkdir -p index/store && chown -R app:app index/store
USER app
VOLUME /app/index/store
HEALTHCHECK --interval=60s --timeout=10s --start-period=60s CMD ["./Bot", "doctor"]
ENTRYPOINT ["./Bot"]
