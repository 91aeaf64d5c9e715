using Kiln.Contracts.Data;
using Kiln.Contracts.Expectations;
using Kiln.Contracts.Gates;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;
using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Versions;

/// <summary>A project whose model <c>M</c> was released as 1.2.0 with the features <c>a</c> and <c>b</c> and, where said, with gates and expectations.</summary>
static class ReleasedModel
{
    public const string LockPath = "/project/M.lock.json";

    static readonly Column[] Data = [Columns.Number("a"), Columns.Number("b"), Columns.Number("y")];

    public static TestProject Project(params Gate[] gates) => Project(gates, []);

    static TestProject Project(Gate[] gates, Expectation[] expected)
    {
        var locked = Lock(gates);
        return StandIn.Project.Contract("data", Data).File(LockPath, LockJson.Write(locked with { Released = [locked.Released[0] with { Expectations = expected }] }));
    }

    /// <summary>With the model's class as the first source.</summary>
    public static TestProject Declared(string arguments, string gates = "", Gate[]? released = null, Expectation[]? expected = null)
    {
        var project = Project(released ?? [], expected ?? []).Source(Source(arguments, gates));
        return project with { Sources = [.. project.Sources.Reverse()] };
    }

    public static string Source(string arguments, string gates = "") =>
        $"using Kiln; [Model(\"data\", Label = \"y\"{arguments})] {gates} partial class M;";

    public static ModelLock Lock(params Gate[] gates)
    {
        var contract = new DataContract { Dataset = "data", Columns = Data };
        var model = new ModelDefinition { Name = "M", Type = "M", Dataset = "data", Label = "y", Version = "1.2.0", Location = new("Model.cs", 1, 1) };
        var content = ReleaseContent.Create(model, contract, ShapeResolver.Resolve(model, contract, out _)!, "h", "a");
        return new()
        {
            Model = "M", Version = "1.2.0", Definition = content.Definition, Contract = content.Contract, Tool = "Kiln", Dataset = "data", DataHash = "h", Partitions = [], Split = new([], []),
            TrainingRows = 80, HeldOutRows = 20, Metrics = [], Artifact = "a",
            Released = [new() { Version = "1.2.0", Content = content, Metrics = [], Gates = gates.Length > 0 ? gates : null, Predictions = [] }],
        };
    }
}
