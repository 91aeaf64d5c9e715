// origin: alongside the rules
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.ML;
using Microsoft.ML.Data;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<ModelHolder>();
builder.Services.AddTransient<EngineFactory>();
var app = builder.Build();
app.MapPost("/many", (Question[] questions, EngineFactory factory) =>
{
    // One engine for a whole batch, on one thread.
    var ask = factory.Create();
    return Results.Ok(questions.Select(ask).ToArray());
});
app.Run();

public class Question
{
    public string Text { get; set; } = "";
}

public class Answer
{
    [ColumnName("PredictedLabel")] public string Intent { get; set; } = "";
}

public sealed class ModelHolder
{
    public MLContext Context { get; } = new();

    public ITransformer Model { get; }

    public ModelHolder()
    {
        using var stream = typeof(ModelHolder).Assembly.GetManifestResourceStream("intents.zip")!;
        Model = Context.Model.Load(stream, out _);
    }
}

public sealed class EngineFactory(ModelHolder holder)
{
    readonly IDataViewFactory _views = new(holder);

    public Func<Question, Answer> Create() => question => _views.Score(question);
}

/// <summary>Scores through data views, which threads may share.</summary>
public sealed class IDataViewFactory(ModelHolder holder)
{
    public Answer Score(Question question)
    {
        var view = holder.Context.Data.LoadFromEnumerable([question]);
        return holder.Context.Data.CreateEnumerable<Answer>(holder.Model.Transform(view), reuseRowObject: false).Single();
    }
}
