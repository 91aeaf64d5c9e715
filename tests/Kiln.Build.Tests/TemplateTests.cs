using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace Kiln.Build.Tests;

/// <summary>What <c>dotnet new</c> makes of the packed templates, built and run as a newcomer would.</summary>
public sealed class TemplateTests(Packages packages, InstalledTemplates templates) : IClassFixture<InstalledTemplates>
{
    [Fact]
    public void The_package_holds_templates_and_their_data() => Assert.Equal(
        [
            "LICENSE", "README.md",
            "content/kiln-pipeline/.github/workflows/kiln.yml", "content/kiln-pipeline/.gitlab-ci.yml", "content/kiln-pipeline/.template.config/template.json",
            "content/kiln-pipeline/azure-pipelines.yml",
            "content/kiln-service/.gitattributes", "content/kiln-service/.gitignore", "content/kiln-service/.template.config/template.json",
            "content/kiln-service/KilnService.csproj", "content/kiln-service/PenguinModel.cs", "content/kiln-service/Program.cs", "content/kiln-service/data/penguins.csv",
            "content/kiln/.gitattributes", "content/kiln/.gitignore", "content/kiln/.template.config/template.json",
            "content/kiln/KilnApp.csproj", "content/kiln/PenguinModel.cs", "content/kiln/Program.cs", "content/kiln/data/penguins.csv",
        ],
        Package.Entries(templates.Path));

    [Fact]
    public void An_application_trains_and_answers()
    {
        var folder = templates.New("kiln", "-n", "Bird.App");

        var run = Dotnet.Run(folder, packages.Environment, "run").Succeeds();

        Assert.Matches(@"Gentoo \(\d+\.\d %\), by PenguinModel 1\.0\.0\+data\.", run.Output);
        Assert.True(File.Exists(System.IO.Path.Combine(folder, "Bird.App.csproj")));
        Dotnet.Run(folder, packages.Environment, "build", "-p:KilnLocked=true", "-warnaserror").Succeeds();
    }

    [Fact]
    public async Task A_service_answers_and_refuses_what_the_contract_does_not_allow()
    {
        var folder = templates.New("kiln-service", "-n", "Shop");
        Dotnet.Run(folder, packages.Environment, "build").Succeeds();
        var address = $"http://127.0.0.1:{FreePort()}";
        using var service = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(Dotnet.Host, ["bin/Debug/net10.0/Shop.dll", "--urls", address]) { WorkingDirectory = folder })!;
        try
        {
            using var client = new HttpClient { BaseAddress = new(address) };
            Assert.Equal("PenguinModel", (await Ready(client)).GetProperty("name").GetString());

            var answer = await client.PostAsJsonAsync("models/PenguinModel", new { island = "Biscoe", billLengthMm = 46.1, year = 2007 }, TestContext.Current.CancellationToken);
            var own = await client.PostAsJsonAsync("species", new { island = "Biscoe", billLengthMm = 46.1, year = 2007 }, TestContext.Current.CancellationToken);
            var refused = await client.PostAsJsonAsync("species", new { island = "Mars", year = 2007 }, TestContext.Current.CancellationToken);

            Assert.Contains("\"predictedLabel\":\"Gentoo\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal("Gentoo", await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("'Mars' is not among", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            service.Kill(entireProcessTree: true);
        }
    }

    [Theory]
    [InlineData("github", ".github/workflows/kiln.yml")]
    [InlineData("azure", "azure-pipelines.yml")]
    [InlineData("gitlab", ".gitlab-ci.yml")]
    public void A_pipeline_is_one_file_whose_last_step_shows_the_models(string platform, string file)
    {
        var folder = templates.New("kiln-pipeline", "--platform", platform);
        Assert.Equal([file], Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => System.IO.Path.GetRelativePath(folder, path)));
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(System.IO.Path.Combine(folder, file))));
        var steps = yaml.Documents[0].AllNodes.OfType<YamlScalarNode>().Select(node => node.Value!).ToList();
        var variables = yaml.Documents[0].AllNodes.OfType<YamlMappingNode>().Single(node => node.Children.ContainsKey("KilnStorePath"));
        Assert.Equal("true", ((YamlScalarNode)variables["ContinuousIntegrationBuild"]).Value);
        Assert.Contains("dotnet build --configuration Release", steps);

        // What a build leaves.
        Directory.CreateDirectory(System.IO.Path.Combine(folder, "App", "obj", "Release", "net10.0", "kiln"));
        File.WriteAllText(System.IO.Path.Combine(folder, "App", "obj", "Release", "net10.0", "kiln", "App.summary.md"), "# Models");
        var script = Assert.Single(steps, step => step.Contains("find .", StringComparison.Ordinal)).Replace("$(Build.ArtifactStagingDirectory)", "out");
        var shown = Dotnet.Start("bash", folder, new Dictionary<string, string> { ["GITHUB_STEP_SUMMARY"] = "models.md" }, "-ec", script).Succeeds();

        Assert.Equal("# Models", File.ReadAllText(System.IO.Path.Combine(folder, platform == "azure" ? "out/models/models.md" : "models.md")));
        Assert.Equal(platform == "azure" ? "##vso[task.uploadsummary]out/models/models.md" : "", shown.Output.Trim());
    }

    static async Task<JsonElement> Ready(HttpClient client)
    {
        for (var attempt = 0; ; attempt++)
            try
            {
                return await client.GetFromJsonAsync<JsonElement>("models/PenguinModel", TestContext.Current.CancellationToken);
            }
            catch (HttpRequestException) when (attempt < 100)
            {
                await Task.Delay(200, TestContext.Current.CancellationToken);
            }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
