// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Music;

public static class Clusters
{
    /// <summary>How tight the clusters are for each number of them, to be looked at by a person.</summary>
    public static IReadOnlyDictionary<int, double> Elbow(IEnumerable<Song> songs)
    {
        var ml = new MLContext(seed: 99);
        var data = ml.Data.LoadFromEnumerable(songs);
        var distances = new SortedDictionary<int, double>();
        for (var k = 2; k <= 12; k++)
        {
            var pipeline = ml.Transforms.Concatenate("Raw", nameof(Song.Tempo), nameof(Song.Loudness), nameof(Song.Energy))
                .Append(ml.Transforms.NormalizeMeanVariance("Features", "Raw"))
                .Append(ml.Clustering.Trainers.KMeans(new KMeansTrainer.Options { NumberOfClusters = k, NumberOfThreads = 1 }));
            var model = pipeline.Fit(data);
            distances[k] = ml.Clustering.Evaluate(model.Transform(data), scoreColumnName: "Score", featureColumnName: "Features").AverageDistance;
        }
        return distances;
    }

    public sealed class Song
    {
        public string Title { get; set; } = "";
        public float Tempo { get; set; }
        public float Loudness { get; set; }
        public float Energy { get; set; }
    }
}
