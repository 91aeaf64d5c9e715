using Kiln.Contracts.Models;
using Kiln.Testing;

namespace Kiln.Host.Tests.Leaks;

/// <summary>Trains one model on a table, and shows what the build says of its rows.</summary>
static class LeakProject
{
    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([AppContext.BaseDirectory, "Data", .. path])).ReplaceLineEndings("\n");

    public static RoadProject Create(string table, string label, Func<ModelDefinition, ModelDefinition>? change = null)
    {
        var project = new RoadProject();
        project.AddDataset("data", table);
        var model = RoadProject.Model("TheModel", "data", label);
        project.Compile(change?.Invoke(model) ?? model);
        Assert.True(project.InferContracts().Succeeded);
        return project;
    }

    /// <summary>The warnings about leaks and labels, without the project's folder.</summary>
    public static string[] Warnings(RoadProject project, RoadResult result)
    {
        Assert.True(result.Succeeded, result.Output);
        return
        [
            .. result.Output.Split('\n').Where(line => line.Contains(": warning KILN50", StringComparison.Ordinal))
                .Select(line => line.Replace(project.Directory, "").Replace('\\', '/')),
        ];
    }

    public static string[] Warnings(string table, string label)
    {
        using var project = Create(table, label);
        return Warnings(project, project.Train());
    }

    public static string Report(RoadProject project) => File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "report.md"));

    public static string Sarif(RoadProject project) => File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "kiln.sarif"));

    /// <summary>The first line of a column in the contract.</summary>
    public static int ContractLine(RoadProject project, string column) => Array.FindIndex(
        File.ReadAllLines(Path.Combine(project.Directory, "data", "data.schema.json")), line => line.Contains($"\"name\": \"{column}\"", StringComparison.Ordinal)) + 1;
}
