using System.Diagnostics;
using static Kiln.Road.Tests.StoreProjects;

namespace Kiln.Road.Tests;

/// <summary>A store on a real web server.</summary>
public class StoreServerTests : IClassFixture<StoreServer>
{
    readonly StoreServer _server;

    public StoreServerTests(StoreServer server)
    {
        Assert.SkipWhen(StoreServer.Missing is not null, StoreServer.Missing ?? "");
        _server = server;
    }

    [Fact]
    public void A_clone_without_the_data_gets_the_locked_model_from_the_server()
    {
        using var trained = Trained(_server.Address("store/team"));
        using var clone = CloneWithoutData(trained);

        var result = clone.Train(locked: true);

        Assert.True(result.Succeeded, result.Output);
        Assert.DoesNotMatch("(error|warning) KILN", result.Output);
        Assert.Equal(trained.Onnx("PenguinModel"), clone.Onnx("PenguinModel"));
        clone.Store = _server.Address("read-only/team");
        Directory.Delete(Path.Combine(clone.Directory, "obj"), true);
        clone.Compile(RoadProject.Model("PenguinModel", "penguins", "species"));
        Assert.True(clone.Train(locked: true).Succeeded);
    }

    [Theory]
    [InlineData("read-only", "the server takes nothing and answers 403 Forbidden; name in KilnStoreToken the environment variable that holds the token it wants")]
    [InlineData("guarded", "the server gives nothing and answers 401 Unauthorized; name in KilnStoreToken the environment variable that holds the token it wants")]
    [InlineData("full", "the server takes nothing and answers 507 Insufficient Storage; give the server room for models")]
    [InlineData("broken", "the server gives nothing and answers 500 Internal Server Error; try again, or correct KilnStorePath")]
    [InlineData("https", "the server's certificate is not trusted; try again, or correct KilnStorePath")]
    [InlineData("nobody", "there is no connection to the server (ConnectionRefused); try again, or correct KilnStorePath")]
    public void A_server_that_cannot_be_used_is_told_once_and_the_build_trains(string fault, string said)
    {
        using var project = Ready();
        project.Store = fault switch
        {
            "https" => $"https://127.0.0.1:{_server.SecurePort}/store/",
            "nobody" => "http://127.0.0.1:9/",
            _ => _server.Address(fault),
        };

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        var line = Assert.Single(result.Output.Split('\n'), line => line.Contains("KILN") && !line.StartsWith("  KILN"));
        Assert.Contains("App.csproj: warning KILN0038: the store of trained models cannot be used: " + project.Store.TrimEnd('/'), line);
        Assert.EndsWith($": {said}; the build goes on without it", line);
        Assert.Equal(2, Directory.GetFiles(project.Models).Length);
    }

    [Fact]
    public void A_server_that_answers_everything_with_a_page_is_not_believed()
    {
        using var project = Ready();
        project.Store = _server.Address("portal");

        var result = project.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("warning KILN0039: ", result.Output);
        Assert.Contains("warning KILN0038: the store of trained models cannot be used: " + project.Store.TrimEnd('/') + ": it does not give what is put there", result.Output);
        using var clone = CloneWithoutData(project);
        Assert.Contains("error KILN0040", clone.Train().Output);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_eight_builds_that_begin_at_once_one_trains(bool onServer)
    {
        using var first = Ready();
        first.Store = onServer ? _server.Address("store/eight") : Path.Combine(first.Directory, "store");
        List<RoadProject> projects = [.. Enumerable.Range(0, 8).Select(_ => Clone(first))];
        try
        {
            List<Process> hosts = [.. projects.Select(Start)];
            List<string> outputs = [.. hosts.Select(host => host.StandardOutput.ReadToEnd())];
            foreach (var host in hosts)
                host.WaitForExit();
            Assert.All(hosts, host => Assert.Equal(0, host.ExitCode));
            Assert.Single(outputs, output => output.Contains("PenguinModel 1.0.0: trained, because it was never trained"));
            Assert.Equal(7, outputs.Count(output => output.Contains("PenguinModel 1.0.0: fetched from the store, because it was never trained")));
            Assert.All(outputs, output => Assert.DoesNotMatch("(error|warning) KILN", output));
            Assert.Single(projects.Select(project => Convert.ToHexString(project.Onnx("PenguinModel"))).Distinct());
        }
        finally
        {
            projects.ForEach(project => project.Dispose());
        }
    }

    [Fact]
    public void A_killed_build_does_not_keep_others_from_training()
    {
        using var killed = Ready();
        killed.Store = _server.Address("store/killed");
        using var host = Start(killed);
        var folder = Path.Combine(_server.Files, "killed");
        while (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.lease").Length == 0)
            Thread.Sleep(10);
        host.Kill();
        host.WaitForExit();
        using var other = Clone(killed);

        var result = other.Train();

        Assert.True(result.Succeeded, result.Output);
        Assert.Contains("PenguinModel: another build is training this, which is waited for (http://127.0.0.1:", result.Output);
        Assert.Contains("PenguinModel 1.0.0: trained, because it was never trained", result.Output);
        Assert.Empty(Directory.GetFiles(folder, "*.lease"));
    }

    static Process Start(RoadProject project)
    {
        var responseFile = Path.Combine(project.Directory, "obj", "train.rsp");
        File.WriteAllText(responseFile, project.RequestText("train", parent: 0));
        return Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Kiln.Host.dll"), "@" + responseFile]) { RedirectStandardOutput = true })!;
    }
}
