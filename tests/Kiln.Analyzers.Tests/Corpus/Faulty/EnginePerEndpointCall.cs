// origin: alongside the rules
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.ML;
using Microsoft.ML.Data;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(_ => new MLContext(seed: 1));
builder.Services.AddSingleton<ITransformer>(services =>
{
    using var file = File.OpenRead(args[0]);
    return services.GetRequiredService<MLContext>().Model.Load(file, out _);
});

var app = builder.Build();
app.MapPost("/predict", (Question question, MLContext ml, ITransformer model) =>
{
    var engine = ml.Model.CreatePredictionEngine<Question, Answer>(model); // KILN7002
    return Results.Ok(engine.Predict(question));
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
