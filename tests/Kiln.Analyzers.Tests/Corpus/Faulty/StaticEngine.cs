// origin: alongside the rules
using Microsoft.AspNetCore.Mvc;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Comments;

public class Comment
{
    public string Text { get; set; } = "";
}

public class Toxicity
{
    [ColumnName("PredictedLabel")] public bool Toxic { get; set; }
    public float Probability { get; set; }
}

public static class ToxicityModel
{
    private static readonly MLContext Context = new MLContext();

    private static readonly PredictionEngine<Comment, Toxicity> Engine = CreateEngine(); // KILN7001

    public static Toxicity Check(string text) => Engine.Predict(new Comment { Text = text });

    private static PredictionEngine<Comment, Toxicity> CreateEngine()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "toxicity.zip");
        var model = Context.Model.Load(path, out _); // KILN3008
        return Context.Model.CreatePredictionEngine<Comment, Toxicity>(model);
    }
}

[ApiController]
[Route("comments")]
public class CommentsController : ControllerBase
{
    [HttpPost("check")]
    public IActionResult Check([FromBody] Comment comment) => Ok(ToxicityModel.Check(comment.Text));
}
