// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Warehouse;

public static class Zones
{
    public static uint[] Of(IReadOnlyList<Article> articles, int zones)
    {
        var ml = new MLContext(seed: 1234);
        var rows = ml.Data.LoadFromEnumerable(articles);
        var trainer = ml.Clustering.Trainers.KMeans("Position", numberOfClusters: zones); // KILN6002 KILN2006
        var model = ml.Transforms.Concatenate("Position", nameof(Article.Weight), nameof(Article.Volume), nameof(Article.Turnover))
            .Append(trainer)
            .Fit(rows);
        return model.Transform(rows).GetColumn<uint>("PredictedLabel").ToArray();
    }
}

public sealed class Article
{
    public float Weight { get; set; }
    public float Volume { get; set; }
    public float Turnover { get; set; }
}
