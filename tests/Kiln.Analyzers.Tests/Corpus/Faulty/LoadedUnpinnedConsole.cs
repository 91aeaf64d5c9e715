// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace BatchScoring;

class Item
{
    [LoadColumn(0)] public float Weight { get; set; }
    [LoadColumn(1)] public float Volume { get; set; }
}

class Cost
{
    public float Score { get; set; }
}

static class Program
{
    static readonly string ModelPath = Path.Combine(Environment.CurrentDirectory, "MLModels", "shipping.zip");

    static void Main()
    {
        MLContext mlContext = new MLContext();
        DataViewSchema inputSchema;
        ITransformer trainedModel = mlContext.Model.Load(ModelPath, out inputSchema); // KILN3008
        IDataView items = mlContext.Data.LoadFromTextFile<Item>("items.csv", hasHeader: true, separatorChar: ',');
        IDataView predictions = trainedModel.Transform(items);
        float total = mlContext.Data.CreateEnumerable<Cost>(predictions, reuseRowObject: false).Sum(cost => cost.Score);
        Console.WriteLine($"{inputSchema.Count} columns in, {total:0.00} euros out");
    }
}
