using System.Diagnostics;
using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>The same data and code are the same model, whatever the processor can do. The runtime's switches stand for other processors.</summary>
public class ProcessorTests
{
    const int Rows = 400;
    const int Numbers = 21;

    static readonly string[] Labels = ["yes", "class", "amount"];

    static readonly string?[] Switches = [null, "DOTNET_EnableAVX512", "DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic"];

    [Fact]
    public void Models_and_metrics_are_the_same_bytes()
    {
        var (first, others) = (Train(Switches[0]), Switches[1..].Select(Train));

        Assert.Equal(3 * Labels.Length + 1, first.Keys.Count(file => file.EndsWith(".onnx", StringComparison.Ordinal)));
        Assert.All(others, other => Assert.Equal(first, other));
    }

    /// <summary>All that a training in a process of its own leaves for version control, for the output and for the reader.</summary>
    static Dictionary<string, string> Train(string? switchedOff)
    {
        using var project = new RoadProject();
        project.AddDataset("wide", Csv());
        project.Compile([.. Labels.SelectMany(label => new[] { Model(label, "Linear"), Model(label, "LightGbm"), Model(label, "FastTree") }), Clusters()]);
        Assert.True(project.InferContracts().Succeeded);
        var responseFile = Path.Combine(project.Directory, "obj", "train.rsp");
        File.WriteAllText(responseFile, project.RequestText("train", parent: 0));
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Kiln.Host.dll"), "@" + responseFile])
        {
            RedirectStandardOutput = true,
        };
        if (switchedOff is not null)
            start.Environment[switchedOff] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return project.Snapshot().Where(file => IsKept(file.Key)).ToDictionary();
    }

    static ModelDefinition Clusters() => new() { Name = "Clusters", Type = "App.Clusters", Dataset = "wide", Task = TaskKind.Clustering, Version = "1.0.0", Location = new("Clusters.cs", 3, 2) };

    static bool IsKept(string file) => !file.StartsWith(Path.Combine("obj", "cache"), StringComparison.Ordinal)
        && (Path.GetExtension(file) is ".onnx" or ".md" || file.EndsWith(".lock.json", StringComparison.Ordinal));

    static ModelDefinition Model(string label, string trainer) => new()
    {
        Name = label + trainer, Type = $"App.{label}{trainer}", Dataset = "wide", Label = label, Version = "1.0.0", Trainer = trainer, Location = new("Models.cs", 3, 2),
    };

    /// <summary>More numbers than the widest vector has places, some missing, and two columns of words.</summary>
    static string Csv()
    {
        var random = new Random(5);
        var columns = Enumerable.Range(0, Numbers).Select(column => $"n{column}");
        return string.Join(',', [.. columns, "colour", "town", "yes", "class", "amount\n"]) + string.Concat(Enumerable.Range(0, Rows).Select(_ =>
        {
            var numbers = Enumerable.Range(0, Numbers).Select(column => 100 * column + random.NextDouble()).ToArray();
            var (colour, town) = (random.Next(5), random.Next(20));
            var amount = numbers[3] + 2 * numbers[20] - 3 * numbers[7] + colour + random.NextDouble();
            var cells = numbers.Select(number => random.Next(50) == 0 ? "" : $"{number:0.0000}");
            return string.Join(',', [.. cells, $"colour{colour}", $"town{town}", $"{amount > 2_202}", $"class{(int)(3 * random.NextDouble() * numbers[1] / 101)}", $"{amount:0.000}\n"]);
        }));
    }
}
