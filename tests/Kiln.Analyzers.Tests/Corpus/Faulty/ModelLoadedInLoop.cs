// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace PerFile;

class Reading
{
    [LoadColumn(0)] public float Volt { get; set; }
    [LoadColumn(1)] public float Ampere { get; set; }
}

class State
{
    [ColumnName("PredictedLabel")] public bool Broken { get; set; }
}

static class Program
{
    static void Main(string[] args)
    {
        var mlContext = new MLContext();
        foreach (var file in Directory.EnumerateFiles(args[0], "*.csv"))
        {
            var model = mlContext.Model.Load(Path.Combine("models", "battery.zip"), out _); // KILN7002 KILN3008
            var scored = model.Transform(mlContext.Data.LoadFromTextFile<Reading>(file, ','));
            var broken = mlContext.Data.CreateEnumerable<State>(scored, reuseRowObject: true).Count(state => state.Broken);
            Console.WriteLine($"{file}: {broken}");
        }
    }
}
