using System.Diagnostics;

namespace Kiln.Build.Tests;

/// <summary>However the host ends, there is one error, in the project, that says what to do.</summary>
public sealed class HostEndTests(BrokenHost host) : IClassFixture<BrokenHost>
{
    [Fact]
    public void A_crash_is_one_error_and_its_stack_trace_is_in_the_log_file()
    {
        var project = host.User("throw");

        var build = project.Dotnet("build").Fails();

        Assert.Equal(["KILN0004"], Errors(build));
        Assert.Contains("exit code", build.Output);
        Assert.DoesNotContain("thrown on purpose", build.Output);
        Assert.Contains("thrown on purpose", File.ReadAllText(project["obj/Debug/net10.0/kiln/host.log"]));
        Assert.Contains("thrown on purpose", project.Dotnet("build", "-p:KilnVerbosity=detailed").Fails().Output);
    }

    [Theory]
    [InlineData("3", "KILN0004")]
    [InlineData("1", "KILN0004")] // an error was promised and none was printed
    [InlineData("143", "KILN0005")]
    [InlineData("150", "KILN0003")]
    public void Every_exit_code_has_its_error(string exitCode, string id) =>
        Assert.Equal([id], Errors(host.User(exitCode).Dotnet("build").Fails()));

    [Fact]
    public void A_killed_trainer_is_told_from_a_crashed_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals: there a killed process cannot be told from one that failed.");
        var build = host.User("kill").Dotnet("build").Fails();

        Assert.Equal(["KILN0005"], Errors(build));
        Assert.Contains("memory", build.Output);
    }

    [Fact]
    public void A_trainer_that_is_not_done_in_time_is_ended()
    {
        var project = host.User("hang");

        var build = project.Dotnet("build", "-p:KilnTimeout=3").Fails();

        Assert.Equal(["KILN0006"], Errors(build));
        Assert.Contains("3 s", build.Output);
        Assert.False(IsRunning(project));
    }

    [Fact]
    public async Task A_canceled_build_ends_the_host_and_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A test cannot press Ctrl-C in another console of Windows.");
        var project = host.User("hang");
        project.Dotnet("restore").Succeeds();

        var build = Task.Run(() => project.Dotnet("build", "--no-restore"));
        Assert.True(SpinWait.SpinUntil(() => File.Exists(project["processes"]), TimeSpan.FromMinutes(2)));
        Process.Start("sh", ["-c", $"kill -INT {Processes(project).Build}"]).WaitForExit();

        (await build).Fails();
        Assert.False(IsRunning(project));
        Assert.Equal(["inputs.txt"], project.Files("obj/Debug/net10.0/kiln"));
    }

    [Fact]
    public void A_trainer_that_is_not_there_is_an_error()
    {
        var build = host.User("0").Dotnet("build", "-p:KilnHostPath=/nowhere/Kiln.Host.dll").Fails();

        Assert.Equal(["KILN0003"], Errors(build));
        Assert.Contains("/nowhere/Kiln.Host.dll", build.Output);
    }

    [Fact]
    public void A_host_that_cannot_be_started_is_an_error()
    {
        var project = host.User("0");
        const string Host = "<DOTNET_HOST_PATH>$(MSBuildProjectFullPath)</DOTNET_HOST_PATH>";
        project.Edit("App.csproj", text => text.Replace("<KilnHostPath>", Host + "<KilnHostPath>"));

        Assert.Equal(["KILN0003"], Errors(project.Dotnet("build").Fails()));
    }

    [Fact]
    public void What_it_prints_becomes_messages_and_diagnostics()
    {
        var project = host.User("warn");

        var build = project.Dotnet("build").Succeeds();
        Assert.Contains("Some File.cs(3,4): warning KILN9999: spaces and ünï", build.Output);
        Assert.Contains("before", build.Output);
        Assert.DoesNotContain("only in detail", build.Output);
        Assert.DoesNotContain("said on standard error", build.Output);

        Assert.DoesNotContain("before", project.Dotnet("build", "-p:KilnVerbosity=quiet").Succeeds().Output);
        Assert.Contains("only in detail", project.Dotnet("build", "-v:d").Succeeds().Output);
    }

    [Fact]
    public void Its_environment_is_fit_for_training_and_free_of_the_builds()
    {
        var build = host.User("environment").Dotnet("build").Succeeds();

        foreach (var variable in new[] { "GOMP_SPINCOUNT=1000", "DOTNET_TieredPGO=0", "ORT_DISABLE_TELEMETRY=1", "DOTNET_EnableDiagnostics_IPC=0", "KILN_HOST=1" })
            Assert.Contains(variable, build.Output);
        Assert.DoesNotContain("MSBUILD", build.Output);
    }

    /// <summary>The ids of the errors that stand at the project file; there are no others.</summary>
    static IEnumerable<string> Errors(Run build)
    {
        var lines = build.Output.Split('\n').Where(line => line.Contains("error ")).Distinct().ToList();
        Assert.All(lines, line => Assert.Contains("App.csproj : error KILN", line));
        return lines.Select(line => line[line.IndexOf("KILN", StringComparison.Ordinal)..][..8]);
    }

    static (int Build, int Host) Processes(ConsumerProject project) =>
        File.ReadAllLines(project["processes"]) is [var build, var host] ? (int.Parse(build), int.Parse(host)) : default;

    static bool IsRunning(ConsumerProject project)
    {
        try
        {
            using var process = Process.GetProcessById(Processes(project).Host);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
