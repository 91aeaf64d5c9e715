using System.Reflection;

[assembly: AssemblyFixture(typeof(Kiln.Build.Tests.Infrastructure.Packages))]

namespace Kiln.Build.Tests.Infrastructure;

/// <summary>
/// Packs this repository once, into a folder outside of it whose path has a space and letters beyond ASCII; the projects of the tests live
/// there too. Kiln's packages are extracted into that folder only; everything else comes from the machine's ordinary sources.
/// </summary>
public sealed class Packages : IDisposable
{
    public static string Repository { get; } = typeof(Packages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    // A server of our own: one that stays would hold on to these packages' analyzers, and we end it without ending anybody else's.
    readonly string _compilerServer = "kiln-" + Guid.NewGuid().ToString("N")[..8];
    int _projects;

    public Packages()
    {
        Directory.CreateDirectory(Feed);
        Environment = new Dictionary<string, string>
        {
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["DOTNET_NOLOGO"] = "1",
            ["MSBUILDTERMINALLOGGER"] = "off",
            ["SharedCompilationId"] = _compilerServer,
            // Hundreds of processes that end within seconds gain nothing from profiling themselves, and pay a tenth of their time for it.
            ["DOTNET_TieredPGO"] = "0",
        };
        Pack("Kiln");
        Pack("Kiln.Package");
        Pack("Kiln.Host");
        Pack("Kiln.Testing");
        Pack("Kiln.Extensions.DependencyInjection");
        Pack("Kiln.AspNetCore");
        File.WriteAllText(Path.Combine(Root, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="kiln" value="feed" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{MachinePackages()}" /></fallbackPackageFolders>
            </configuration>
            """);
        // Stops MSBuild's search above the projects.
        File.WriteAllText(Path.Combine(Root, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(Root, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(Root, "Directory.Packages.props"), "<Project />");
    }

    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}";

    public string Root { get; } = Directory.CreateTempSubdirectory("Kiln ünï ").FullName;

    public string Feed => Path.Combine(Root, "feed");

    public IReadOnlyDictionary<string, string> Environment { get; }

    public string NewDirectory() => Directory.CreateDirectory(Path.Combine(Root, $"{Interlocked.Increment(ref _projects)}")).FullName;

    public void Dispose()
    {
        var project = Path.Combine(NewDirectory(), "Any.csproj");
        File.WriteAllText(project, """<Project Sdk="Microsoft.NET.Sdk" />""");
        var roslyn = Dotnet.Run(Root, Environment, "msbuild", project, "-getProperty:RoslynTargetsPath").Succeeds().Output.Trim();
        var server = Path.Combine(roslyn, "bincore", "VBCSCompiler.dll");
        Dotnet.Run(Root, Environment, "exec", server, $"-pipename:{_compilerServer}", "-shutdown").Succeeds();
        Directory.Delete(Root, recursive: true);
    }

    internal void Pack(string project) => Pack(project, Repository, Path.Combine(Root, "artifacts"), Feed);

    /// <summary>Packs a project of a copy of the repository. Analyzers say nothing new: the build of the tests has run them, and they change no byte.</summary>
    internal void Pack(string project, string repository, string artifacts, string feed) => Dotnet.Run(repository, Environment, "pack", Path.Combine("src", project),
        "-c", "Release", "--artifacts-path", artifacts, "-o", feed, $"-p:Version={Version}", "-p:RunAnalyzers=false").Succeeds();

    string MachinePackages()
    {
        var locals = Dotnet.Run(Repository, Environment, "nuget", "locals", "global-packages", "--list").Succeeds().Output;
        return locals[(locals.IndexOf(':') + 1)..].Trim();
    }
}
