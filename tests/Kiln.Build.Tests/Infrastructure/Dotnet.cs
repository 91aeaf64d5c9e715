using System.Diagnostics;

namespace Kiln.Build.Tests.Infrastructure;

/// <summary>Runs <c>dotnet</c>, or a program a test has built, as a user's shell would.</summary>
static class Dotnet
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static string Host { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static Run Run(string directory, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) =>
        Start(Host, directory, environment, arguments);

    public static Run Start(
        string program, string directory, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What this process was given by the build that started it is not for the builds it starts.
        foreach (var name in start.Environment.Keys.Where(IsOfMSBuild).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', start.ArgumentList)} did not end within {Limit}");
        }
        return new(process.ExitCode, output.Result + error.Result);
    }

    static bool IsOfMSBuild(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "NUGET_PACKAGES" or "CI" or "ContinuousIntegrationBuild";
}
