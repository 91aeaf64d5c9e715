// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Birds.Seeded;

public class Song { [LoadColumn(0)] public float Pitch { get; set; } [LoadColumn(1)] public float Length { get; set; } }

public static class Program
{
    public static void Main(string[] args)
    {
        var ml = args.Length switch
        {
            0 => new MLContext(seed: 1),
            _ => new MLContext(seed: args.Length),
        };
        var songs = ml.Data.LoadFromTextFile<Song>("songs.csv", ',');
        var chain = ml.Transforms.Concatenate("Features", "Pitch", "Length").Append(ml.Transforms.NormalizeMinMax("Features"))
            .Append(ml.Clustering.Trainers.KMeans(new Microsoft.ML.Trainers.KMeansTrainer.Options { FeatureColumnName = "Features", NumberOfClusters = 3, NumberOfThreads = 1 }));
        ml.Model.Save(chain.Fit(songs), songs.Schema, "birds-6.zip");
    }
}
