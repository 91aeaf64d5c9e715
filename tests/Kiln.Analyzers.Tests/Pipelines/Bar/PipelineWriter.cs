namespace Kiln.Analyzers.Tests.Pipelines.Bar;

/// <summary>Writes a pipeline as C#, in one of the ways people do.</summary>
static class PipelineWriter
{
    public const string Rows = """
        using System;
        using System.Linq;
        using Microsoft.ML;
        using Microsoft.ML.Data;
        using Microsoft.ML.Trainers;
        using Microsoft.ML.Trainers.FastTree;
        using Microsoft.ML.Transforms;

        public sealed class House
        {
            public string Town { get; set; } = "";
            public string Kind { get; set; } = "";
            public float Rooms { get; set; }
            public float Area;
            public double Width { get; set; }
            public int Year { get; set; }
            public bool Sold { get; set; }
            public bool Garden { get; set; }
            public DateTime Built { get; set; }
            [VectorType(3)] public float[] Pixels { get; set; } = new float[3];
            public float[] Loose { get; set; } = new float[0];
            [KeyType(4)] public uint Code { get; set; }
            [ColumnName("Price")] public float Cost { get; set; }
            public float Grade { get; set; }
            [NoColumn] public string Hidden { get; set; } = "";

            public static House[] All { get; } = Enumerable.Range(0, 80).Select(row => new House
            {
                Town = new[] { "Ulm", "Bonn am Rhein", "Trier" }[row % 3], Kind = new[] { "flat", "house", "hut" }[row % 7 % 3],
                Rooms = row % 5 + 1, Area = 40 + row % 11 * 7, Width = 3 + row % 4, Year = 1950 + row % 60, Sold = row % 5 > 2, Garden = row % 2 == 0,
                Built = new DateTime(2000 + row % 20, 1 + row % 12, 1), Pixels = new[] { row % 3, row % 7, row % 2 * 1f }, Loose = new float[1 + row % 3],
                Code = (uint)(row % 4 + 1), Cost = 100 + row % 5 * 20 + row % 11, Grade = row % 4 + 1,
            }).ToArray();
        }

        """;

    public static string Write(string name, List<GeneratedStep> steps, int style) => $$"""
        public static class {{name}}
        {
            public static void Run(MLContext ml)
            {
                var data = ml.Data.LoadFromEnumerable(House.All);
                {{Body(steps, style).Replace("\n", "\n        ")}}
                pipeline.Fit(data);
            }{{(style == 3 ? Helper(steps) : "")}}
        }

        """;

    static string Body(List<GeneratedStep> steps, int style)
    {
        var calls = steps.Select(static step => step.Text).ToList();
        return style switch
        {
            // One expression.
            0 => $"var pipeline = {calls[0]}{string.Concat(calls.Skip(1).Select(static call => $"\n    .Append({call})"))};",
            // One variable that grows.
            1 => $"IEstimator<ITransformer> pipeline = {calls[0]};{string.Concat(calls.Skip(1).Select(static call => $"\npipeline = pipeline.Append({call});"))}",
            // A variable for each step, made in the reverse order.
            2 => string.Concat(calls.Select(static (call, at) => $"var step{at} = {call};\n").Reverse())
                + $"var pipeline = step0{string.Concat(calls.Skip(1).Select(static (_, at) => $".Append(step{at + 1})"))};",
            // One that looks as if it depended on a condition.
            4 => $"var pipeline = (House.All.Length > 1 ? (IEstimator<ITransformer>){calls[0]} : {calls[0]})"
                + string.Concat(calls.Skip(1).Select(static call => $"\n    .Append({call})")) + ";",
            // The first step by a helper that is told the columns.
            _ => $"var pipeline = First(ml{string.Concat(steps[0].Columns.Select(static column => $", \"{column}\""))})"
                + string.Concat(calls.Skip(1).Select(static call => $"\n    .Append({call})")) + ";",
        };
    }

    static string Helper(List<GeneratedStep> steps)
    {
        string[] names = [.. steps[0].Columns.Select(static (_, at) => $"column{at}")];
        var call = string.Format(System.Globalization.CultureInfo.InvariantCulture, steps[0].Format, names);
        var parameters = string.Concat(names.Select(static name => $", string {name}"));
        return $"\n\n    static IEstimator<ITransformer> First(MLContext ml{parameters})\n    {{\n        var first = {call};\n        return first;\n    }}";
    }
}
