using System.Text.Json.Nodes;
using Kiln.Contracts.Models;

namespace Kiln.Road.Tests.Reports;

/// <summary>What people know of a model beside what the build knows, for people and for tools.</summary>
public sealed class ModelCardTests
{
    static readonly string Penguins = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    [Fact]
    public void A_card_is_written_once_and_merged_without_training()
    {
        using var project = Ready();
        Succeed(project.Train());
        var (bare, serial) = (Text(project), Bom(project)["serialNumber"]!.ToString());
        Assert.StartsWith("# Model card: PenguinModel 1.0.0\n\n**7 of 7 fields are open**: Purpose, Users, Owner, Limits, Ethical considerations, Data source, Data licence. "
            + "Only people can fill them: `dotnet build -t:KilnCard` writes `PenguinModel.card.md`.\n", bare);
        Assert.Contains("\n## Owner\n\n> **Open.** Who answers for the model, and how are they reached?\n", bare);
        Assert.Contains("\n| bill_length_mm | number | mm | yes | of the upper beak, &lt;script> \\| |\n", bare);
        Assert.Contains("\n| data/penguins.csv | 344 |", bare);
        Assert.Contains("\n### MicroAccuracy in each sex\n", bare);
        Assert.Null(Card(project)["file"]);

        Assert.Contains("show: PenguinModel.card.md was written; 7 fields are open", project.WriteCards().Output);
        var path = Path.Combine(project.Directory, "PenguinModel.card.md");
        File.WriteAllText(path, File.ReadAllText(path).Replace("<!-- Who answers for the model, and how are they reached? -->\n\n_open_", "Ann Example, *ann@example.org*") + "\n## Data licence\n\nCC0 1.0\n");
        Assert.Contains("show: PenguinModel.card.md is there; open are Purpose, Users, Limits, Ethical considerations, Data source, Data licence\n", project.WriteCards().Output);
        File.WriteAllText(path, File.ReadAllText(path).Replace("<!-- What allows the data to be used for this? -->\n\n_open_\n", "## Oversight\n\nNobody's.\n"));
        var merged = project.Train();

        Assert.Equal(0, merged.Trained);
        Assert.StartsWith("# Model card: PenguinModel 1.0.0\n\n**5 of 7 fields are open**: Purpose, Users, Limits, Ethical considerations, Data source. Only people can fill them, in `PenguinModel.card.md`.\n", Text(project));
        Assert.Contains("\n## Owner\n\nAnn Example, *ann@example.org*\n", Text(project));
        Assert.Contains("\n## Oversight\n\nNobody's.\n", Text(project));
        Assert.Contains("5 of 7 fields are open", File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "PenguinModel.report.html")));
        Assert.Equal(("PenguinModel.card.md", 7, 5), ((string)Card(project)["file"]!, (int)Card(project)["fields"]!, Card(project)["open"]!.AsArray().Count));
        Assert.NotEqual(serial, Bom(project)["serialNumber"]!.ToString());
        Assert.Contains("nothing to do", project.Train().Output);

        File.Delete(path);
        Assert.Equal(0, project.Train().Trained);
        Assert.Equal((bare, serial), (Text(project), Bom(project)["serialNumber"]!.ToString()));
    }

    [Fact]
    public void A_card_that_is_saved_while_a_build_goes_on_is_merged_by_the_next()
    {
        using var project = Ready();
        var path = Path.Combine(project.Directory, "PenguinModel.card.md");
        File.WriteAllText(path, "## Owner\n\nAnn\n");
        // What is said of a model is said after its card was read.
        project.Said = line =>
        {
            if (line.Contains("MicroAccuracy", StringComparison.Ordinal))
                File.WriteAllText(path, "## Owner\n\nBob\n");
        };
        Succeed(project.Train());
        Assert.Contains("\n## Owner\n\nAnn\n", Text(project));
        project.Said = null;

        Succeed(project.Train());
        Assert.Contains("\n## Owner\n\nBob\n", Text(project));
    }

    [Fact]
    public void A_bill_of_materials_has_the_model_its_data_and_the_day_of_the_release_and_is_the_same_in_any_folder()
    {
        using var project = Ready();
        File.WriteAllText(Path.Combine(project.Directory, "PenguinModel.card.md"), "## Owner\nAnn\n## Users\nAll\n## Purpose\nNone\n## Limits\nMany\n## Data source\nAn archive\n## Data licence\nCC0-1.0\n");
        project.Settings = ["epoch=1791331200"];
        Succeed(project.Release());

        var bom = Bom(project);
        Assert.Equal("2026-10-07T00:00:00Z", (string)bom["metadata"]!["timestamp"]!);
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", (string)bom["serialNumber"]!);
        var (model, data) = (bom["components"]![0]!, bom["components"]![1]!);
        var locked = project.Lock("PenguinModel");
        Assert.Equal(("machine-learning-model", "App.PenguinModel", "Ann", locked.Artifact), ((string)model["type"]!, (string)model["name"]!, (string)model["publisher"]!, (string)model["hashes"]![0]!["content"]!));
        Assert.Equal(("data", locked.DataHash, "An archive", "CC0-1.0"), ((string)data["type"]!, (string)data["hashes"]![0]!["content"]!, (string)data["description"]!, (string)data["licenses"]![0]!["license"]!["name"]!));
        Assert.Equal(["penguins", "data/penguins.csv"], data["data"]!.AsArray().Select(part => (string)part!["name"]!));
        Assert.Equal("island: personal", (string)data["data"]![0]!["sensitiveData"]![0]!);
        var metrics = model["modelCard"]!["quantitativeAnalysis"]!["performanceMetrics"]!.AsArray();
        Assert.Equal(["MicroAccuracy", "MacroAccuracy", "LogLoss"], metrics.Where(metric => metric!["slice"] is null).Select(metric => (string)metric!["type"]!));
        Assert.Equal(["sex=female", "sex=male"], metrics.Where(metric => metric!["slice"] is not null).Select(metric => (string)metric!["slice"]!));
        Assert.Equal("""{"users":["All"],"useCases":["None"],"technicalLimitations":["Many"]}""", model["modelCard"]!["considerations"]!.ToJsonString());
        Assert.Contains(model["properties"]!.AsArray(), property => (string)property!["name"]! == "kiln:card:openFields" && (string)property["value"]! == "Ethical considerations");
        Assert.Contains("| Released | 2026-10-07 |", Text(project));
        Assert.Matches(@"\n## Releases\n\n.*\n.*\n\| 1\.0\.0 \| 2026-10-07 \| 0\.\d+ ", Text(project));

        using var elsewhere = Ready();
        File.Copy(Path.Combine(project.Directory, "PenguinModel.card.md"), Path.Combine(elsewhere.Directory, "PenguinModel.card.md"));
        elsewhere.Settings = project.Settings;
        Succeed(elsewhere.Release());
        Assert.Equal((bom.ToJsonString(), Text(project)), (Bom(elsewhere).ToJsonString(), Text(elsewhere)));

        // Another model is not what was released under the version.
        project.AddRow("Adelie,Torgersen,39.1,18.7,181,3750,male,2007");
        project.Train();
        Assert.Null(Bom(project)["metadata"]!["timestamp"]);
    }

    static RoadProject Ready()
    {
        var project = RoadProject.Ready(Penguins, new ModelDefinition
        {
            Name = "PenguinModel", Type = "App.PenguinModel", Dataset = "penguins", Label = "species", Version = "1.0.0", Location = new("PenguinModel.cs", 3, 2),
            Gates = [new(new("MicroAccuracy", 0.5, Slice: "sex", MinRows: 20), new("PenguinModel.cs", 5, 2))],
        });
        project.ReplaceFirst("data/penguins.schema.json", "\"name\": \"bill_length_mm\",", "\"name\": \"bill_length_mm\", \"unit\": \"mm\", \"description\": \"of the upper beak,\\n<script> |\",");
        project.ReplaceFirst("data/penguins.schema.json", "\"name\": \"island\",", "\"name\": \"island\", \"classification\": \"personal\",");
        return project;
    }

    static void Succeed(RoadResult result) => Assert.True(result.Succeeded, result.Output);

    static string Text(RoadProject project) => File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "PenguinModel.model-card.md"));

    static JsonNode Bom(RoadProject project) => JsonNode.Parse(File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "PenguinModel.cdx.json")))!;

    static JsonNode Card(RoadProject project) => JsonNode.Parse(File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "result.json")))!["models"]![0]!["card"]!;
}
