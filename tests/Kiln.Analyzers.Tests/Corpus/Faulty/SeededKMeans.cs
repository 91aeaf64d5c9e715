// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace SeedsThatDoNotHelp.Clusters;

public class Store
{
    [LoadColumn(0)] public float Revenue { get; set; }
    [LoadColumn(1)] public float Area { get; set; }
}

public static class Clusters
{
    public static ITransformer Fit(string path)
    {
        var ml = new MLContext(seed: 42);
        var stores = ml.Data.LoadFromTextFile<Store>(path, ',', hasHeader: true);
        var pipeline = ml.Transforms.Concatenate("Features", nameof(Store.Revenue), nameof(Store.Area))
            .Append(ml.Transforms.NormalizeMeanVariance("Features"))
            .Append(ml.Clustering.Trainers.KMeans(new KMeansTrainer.Options { NumberOfClusters = 4 })); // KILN6002
        return pipeline.Fit(stores);
    }
}
