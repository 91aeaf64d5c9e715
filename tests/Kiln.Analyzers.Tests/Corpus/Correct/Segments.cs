// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Marketing;

sealed class Customer
{
    public string Name { get; set; } = "";

    public float Orders { get; set; }

    public float Spent { get; set; }
}

sealed class Segment
{
    [ColumnName("PredictedLabel")]
    public uint Number { get; set; }

    [ColumnName("Score")]
    public float[] Distances { get; set; } = [];
}

static class Segments
{
    public static IReadOnlyList<(string Name, uint Segment)> Of(IReadOnlyList<Customer> customers)
    {
        var ml = new MLContext(seed: 2);
        var data = ml.Data.LoadFromEnumerable(customers);
        var pipeline = ml.Transforms.Concatenate("Features", "Orders", "Spent")
            .Append(ml.Transforms.NormalizeMeanVariance("Features"))
            .Append(ml.Clustering.Trainers.KMeans(new KMeansTrainer.Options { NumberOfClusters = 4, NumberOfThreads = 1 }));
        var model = pipeline.Fit(data);
        var scored = model.Transform(data);
        Console.WriteLine(ml.Clustering.Evaluate(scored, scoreColumnName: "Score", featureColumnName: "Features").AverageDistance);
        var engine = ml.Model.CreatePredictionEngine<Customer, Segment>(model);
        return [.. customers.Select(customer => (customer.Name, engine.Predict(customer).Number))];
    }
}
