using System.Text.Json.Nodes;
using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>What is found out about a model beside its metrics, told alike in the log, the reports and the result.</summary>
public sealed class FindingTests
{
    /// <summary>The label is one line of two of five numbers, of few rows: what trees cannot draw and a linear model can.</summary>
    static readonly string Line = Draw(new(5));

    [Fact]
    public void What_a_linear_model_does_better_is_a_warning_and_what_is_cached_is_not_trained_again()
    {
        using var project = RoadProject.Ready(Line, Trees("TheModel"));
        var trained = project.Train();
        var (report, result) = (Text(project, "report.md"), Text(project, "result.json"));

        Assert.True(trained.Succeeded, trained.Output);
        Assert.Matches(@"TheModel\.cs\(3,2\): warning KILN4020: RSquared 0\.\d+ on \d+ held-out rows is worse than that of a linear model, 0\.9\d+ ", trained.Output);
        Assert.Matches(@"\n  KILN4023: [123] of 5 features adds? nothing that RSquared on held-out rows shows: '[cde]'[ ,;]", trained.Output);
        Assert.Contains("docs/rules/KILN4020.md), a warning: RSquared ", report);
        Assert.Contains("docs/rules/KILN4023.md): ", report);
        Assert.Contains("<li>KILN4020, a warning: RSquared ", Text(project, "TheModel.report.html"));
        var model = JsonNode.Parse(result)!["models"]![0]!;
        Assert.Equal(["KILN4020 warning", "KILN4023 information"], model["findings"]!.AsArray().Select(finding => $"{finding!["code"]} {finding["level"]}"));
        Assert.Equal((double)model["metrics"]!["RSquared"]!["value"]!, (double)model["baselines"]!["RSquared"]!["linear"]! + (double)model["baselines"]!["RSquared"]!["difference"]!, 4);

        Assert.Equal(["KILN4020 0 warning TheModel.cs PROJECT 3,2", "KILN4023 1 note TheModel.cs PROJECT 3,2"], Sarif(project));

        // As an entry of the cache is that was made before there was such a thing.
        File.Delete(Assert.Single(Directory.EnumerateFiles(project.Directory, "evidence.json", SearchOption.AllDirectories)));
        File.Delete(project.StampPath);
        File.Delete(Path.Combine(project.Directory, "obj", "kiln", "kiln.memory"));
        var cached = project.Train();

        Assert.Equal(0, cached.Trained);
        Assert.Contains("warning KILN4020", cached.Output);
        Assert.Equal(result.Replace("trained, because it was never trained", "up to date"), Text(project, "result.json"));
    }

    [Fact]
    public void A_linear_model_has_none_beside_it()
    {
        using var project = RoadProject.Ready(Line, new() { Name = "TheModel", Type = "App.TheModel", Dataset = "data", Label = "y", Version = "1.0.0", Trainer = "Linear", Location = new("TheModel.cs", 3, 2) });

        var trained = project.Train();

        Assert.DoesNotContain("KILN4020", trained.Output);
        Assert.Contains("\n  no linear model beside it: the model is one\n", trained.Output);
    }

    [Fact]
    public void A_log_has_errors_in_files_whose_names_are_no_addresses()
    {
        using var project = RoadProject.Ready(Line, Trees("Das Modell ü#", RoadProject.AtLeast("RSquared", 0.9999)));

        Assert.False(project.Train().Succeeded);

        Assert.Equal("KILN4001 0 error PenguinModel.cs PROJECT 4,2", Sarif(project)[0]);
        Assert.Contains("KILN4020 1 warning Das%20Modell%20%C3%BC%23.cs PROJECT 3,2", Sarif(project));
    }

    /// <summary>The trainer of trees that has no linear part beside them.</summary>
    static ModelDefinition Trees(string name, params ModelGate[] gates) => new()
    {
        Name = name, Type = "App." + name, Dataset = "data", Label = "y", Version = "1.0.0", Trainer = "FastTree", Gates = gates, Location = new(name + ".cs", 3, 2),
    };

    /// <summary>For each result its rule, the rule's place, its level and where it is; every rule has its page.</summary>
    static string[] Sarif(RoadProject project)
    {
        var log = JsonNode.Parse(Text(project, "kiln.sarif"))!;
        Assert.Equal("2.1.0", (string)log["version"]!);
        var run = Assert.Single(log["runs"]!.AsArray())!;
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        Assert.All(rules, rule => Assert.EndsWith($"/docs/rules/{rule!["id"]}.md", (string)rule["helpUri"]!));
        return [.. run["results"]!.AsArray().Select(result =>
        {
            var (place, file) = (result!["locations"]![0]!["physicalLocation"]!, result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!);
            Assert.Equal((string)result["ruleId"]!, (string)rules[(int)result["ruleIndex"]!]!["id"]!);
            Assert.NotEmpty((string)result["message"]!["text"]!);
            return $"{result["ruleId"]} {result["ruleIndex"]} {result["level"]} {file["uri"]} {file["uriBaseId"]} {place["region"]!["startLine"]},{place["region"]!["startColumn"]}";
        })];
    }

    static string Draw(Random random) => "a,b,c,d,e,y\n" + string.Concat(Enumerable.Range(0, 700).Select(_ =>
    {
        double[] x = [.. Enumerable.Range(0, 5).Select(_ => random.NextDouble())];
        return FormattableString.Invariant($"{x[0]:0.000},{x[1]:0.000},{x[2]:0.000},{x[3]:0.000},{x[4]:0.000},{3 * x[0] - 2 * x[1] + 0.6 * random.NextDouble():0.000}\n");
    }));

    static string Text(RoadProject project, string file) => File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", file));
}
