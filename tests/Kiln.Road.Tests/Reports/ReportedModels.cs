using System.Globalization;
using Kiln.Contracts.Models;

namespace Kiln.Road.Tests.Reports;

/// <summary>A project with a model of each task, one of which was released before its data grew; and what the host makes of it.</summary>
public sealed class ReportedModels : IDisposable
{
    static readonly string[] Penguins = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "Files", "penguins.csv"));

    readonly RoadProject _project = new();

    public ReportedModels()
    {
        _project.AddDataset("penguins", Lines(Penguins.Take(300)));
        _project.AddDataset("searches", Searches());
        _project.Compile(Models("1.0.0"));
        Assert.True(_project.InferContracts().Succeeded);
        Passed(_project.Release());
        File.WriteAllText(Path.Combine(_project.Directory, "data", "penguins.csv"), Lines(Penguins));
        _project.Compile(Models("1.1.0"));
        Passed(_project.Train());
    }

    public string Folder => Path.Combine(_project.Directory, "obj", "kiln");

    public static IEnumerable<string> Names => Models("1.0.0").Select(model => model.Name);

    public string PathOf(string model) => Path.Combine(Folder, model + ".report.html");

    public string TextOf(string model) => File.ReadAllText(PathOf(model));

    public void Dispose() => _project.Dispose();

    static void Passed(RoadResult result) => Assert.True(result.Succeeded, result.Output);

    static string Lines(IEnumerable<string> lines) => string.Join('\n', lines) + "\n";

    static ModelDefinition[] Models(string version) =>
    [
        Model("SpeciesModel", "species", version),
        Model("SexModel", "sex", version),
        new() { Name = "MassModel", Type = "App.MassModel", Dataset = "penguins", Label = "body_mass_g", Interval = 0.8, Version = version, Location = new("MassModel.cs", 3, 2) },
        new() { Name = "OddModel", Type = "App.OddModel", Dataset = "penguins", Task = TaskKind.AnomalyDetection, AnomalyShare = 0.05, Version = version, Location = new("OddModel.cs", 3, 2) },
        new() { Name = "GroupModel", Type = "App.GroupModel", Dataset = "penguins", Task = TaskKind.Clustering, Clusters = 4, Version = version, Location = new("GroupModel.cs", 3, 2) },
        new() { Name = "SearchModel", Type = "App.SearchModel", Dataset = "searches", Label = "relevance", Task = TaskKind.Ranking, Group = "query", Version = version, Location = new("SearchModel.cs", 3, 2) },
    ];

    static ModelDefinition Model(string name, string label, string version) => new()
    {
        Name = name, Type = "App." + name, Dataset = "penguins", Label = label, Version = version, Location = new(name + ".cs", 3, 2),
        Gates = label == "species" ? [new(new("MicroAccuracy", 0.9), new(name + ".cs", 4, 2))] : [new(new("AreaUnderRocCurve", 0.6) { NoWorseBy = 0.01 }, new(name + ".cs", 4, 2))],
    };

    static string Searches()
    {
        var random = new Random(7);
        return Lines(Enumerable.Range(0, 1_200).Select(row =>
        {
            var (price, rating) = (random.NextDouble(), random.NextDouble());
            return string.Create(CultureInfo.InvariantCulture, $"q{row / 8},{price:0.000},{rating:0.000},{Math.Clamp((int)(3 * rating - price + random.NextDouble()), 0, 3)}");
        }).Prepend("query,price,rating,relevance"));
    }
}
