// origin: alongside the rules
using System.Collections.Concurrent;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shared.Parallel_;

public class Document
{
    public string Path { get; set; } = "";
    public string Text { get; set; } = "";
}

public class Topic
{
    [ColumnName("PredictedLabel")] public string Name { get; set; } = "";
}

public static class Classifier
{
    public static IReadOnlyDictionary<string, string> Classify(MLContext ml, ITransformer model, IEnumerable<Document> documents)
    {
        var engine = ml.Model.CreatePredictionEngine<Document, Topic>(model);
        var topics = new ConcurrentDictionary<string, string>();
        Parallel.ForEach(documents, document =>
        {
            topics[document.Path] = engine.Predict(document).Name; // KILN7001
        });
        return topics;
    }
}
