// origin: alongside the rules
using System.Collections.Concurrent;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace PerThread;

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
        var topics = new ConcurrentDictionary<string, string>();
        // An engine of its own for every worker, made once for each.
        Parallel.ForEach(
            documents,
            () => ml.Model.CreatePredictionEngine<Document, Topic>(model),
            (document, _, engine) =>
            {
                topics[document.Path] = engine.Predict(document).Name;
                return engine;
            },
            engine => engine.Dispose());
        return topics;
    }
}
