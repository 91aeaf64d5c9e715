using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>
/// A training tells nobody anything: it opens no connection and writes nothing outside the project and the temporary folder. The host is
/// started as nobody's build starts it, without the variables that a build sets, and every system call of it is looked at, each thread's in a file of its own.
/// </summary>
public sealed partial class PrivacyTests : IDisposable
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    readonly RoadProject _project = new();
    readonly string _outside = Directory.CreateTempSubdirectory("kiln outside ").FullName;

    public PrivacyTests()
    {
        _project.AddDataset("penguins", Penguins);
        // Two trainers, all there is of native code: LightGBM, MKL, DuckDB and ONNX Runtime.
        _project.Compile(RoadProject.Model("PenguinModel", "penguins", "species"), Linear);
        Assert.True(_project.InferContracts().Succeeded);
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Temporary);
    }

    static ModelDefinition Linear => new()
    {
        Name = "IslandModel", Type = "App.IslandModel", Dataset = "penguins", Label = "island", Version = "1.0.0", Trainer = "Linear",
        Location = new("IslandModel.cs", 3, 2),
    };

    string Home => Path.Combine(_outside, "home");

    string Temporary => Path.Combine(_outside, "tmp");

    public void Dispose()
    {
        _project.Dispose();
        Directory.Delete(_outside, recursive: true);
    }

    [Fact]
    public void A_training_connects_to_nobody_and_writes_nowhere_else()
    {
        var before = _project.Snapshot().Keys;

        var calls = Trace();

        Assert.Equal(["App.IslandModel", "App.PenguinModel"], Directory.GetFiles(_project.Models, "*.onnx").Select(Path.GetFileNameWithoutExtension).Order());
        Assert.Contains(calls, call => call.Contains("PenguinModel.onnx", StringComparison.Ordinal)); // The trace sees what is written.
        // A socket of the file system is the runtime's, for debuggers: it lies in the temporary folder.
        Assert.DoesNotContain(calls, call => Call().Match(call).Groups[1].Value == "socket" && !call.Contains("AF_UNIX", StringComparison.Ordinal));
        Assert.DoesNotContain(calls.Select(Written).OfType<string>(), path => !IsAllowed(path));
        Assert.Empty(Directory.GetFileSystemEntries(Home));
        Assert.DoesNotContain(_project.Snapshot().Keys.Except(before), file =>
            !file.StartsWith("obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !file.EndsWith(".lock.json", StringComparison.Ordinal));
    }

    /// <summary>The path that a call makes, or opens for writing; null where it does neither, or fails.</summary>
    static string? Written(string call)
    {
        if (!Call().IsMatch(call) || call.Contains(") = -1 ", StringComparison.Ordinal))
            return null;
        var name = Call().Match(call).Groups[1].Value;
        if (name is "socket" or "connect" or "open" or "openat" && !Writing().IsMatch(call))
            return null;
        return Quoted().Matches(call) is { Count: > 0 } paths ? paths[^1].Groups[1].Value : null;
    }

    bool IsAllowed(string path) =>
        !Path.IsPathRooted(path)
        || new[] { _project.Directory, Temporary, "/dev/", "/proc/", "/sys/" }.Any(allowed => path.StartsWith(allowed, StringComparison.Ordinal));

    string[] Trace()
    {
        var responseFile = Path.Combine(_project.Directory, "obj", "train.rsp");
        File.WriteAllText(responseFile, _project.RequestText("train", parent: 0));
        var log = Path.Combine(_outside, "calls");
        var start = new ProcessStartInfo("strace",
        [
            "-ff", "-qq", "-xx", "-s", "4096", "-o", log,
            "-e", "trace=socket,connect,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat",
            "dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Kiln.Host.dll"), "@" + responseFile,
        ])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = _project.Directory,
        };
        foreach (var variable in new[] { "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "DOTNET_CLI_HOME" })
            start.Environment[variable] = Home;
        start.Environment["TMPDIR"] = Temporary;
        // ONNX Runtime is silent where it sees a build server by these; a developer's machine has none of them.
        foreach (var variable in start.Environment.Keys.Where(IsOfBuildServer).ToList())
            start.Environment.Remove(variable);
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, output);
        }
        catch (Win32Exception e)
        {
            Assert.Fail($"strace shows what a process does and cannot be started here ({e.Message}); on Linux: apt-get install strace");
        }
        return [.. Directory.GetFiles(_outside, "calls.*").SelectMany(File.ReadAllLines).Select(line => Bytes().Replace(line, text => Decode(text.Value)))];
    }

    static bool IsOfBuildServer(string variable) =>
        variable is "CI" or "TF_BUILD" or "BUILD_ID" or "TEAMCITY_VERSION" or "ORT_DISABLE_TELEMETRY"
        || variable.StartsWith("GITHUB_", StringComparison.Ordinal) || variable.StartsWith("JENKINS_", StringComparison.Ordinal) || variable.StartsWith("GITLAB_", StringComparison.Ordinal);

    /// <summary>Every byte of a text is shown as <c>\x2f</c>.</summary>
    static string Decode(string text) => System.Text.Encoding.UTF8.GetString(Convert.FromHexString(text.Replace("\\x", "")));

    [GeneratedRegex(@"(?:\\x[0-9a-f]{2})+")]
    private static partial Regex Bytes();

    [GeneratedRegex(@"^(\w+)\(")]
    private static partial Regex Call();

    [GeneratedRegex(@"O_WRONLY|O_RDWR|O_CREAT")]
    private static partial Regex Writing();

    [GeneratedRegex(@"""([^""]*)""")]
    private static partial Regex Quoted();
}
