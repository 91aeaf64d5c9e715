namespace Kiln.Host.Cards;

/// <summary>A heading of a model's card, under which stands what only people know. Nothing is ever made up for it.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Question">What is to be answered below it.</param>
sealed record CardField(string Name, string Question)
{
    public static CardField Purpose { get; } = new("Purpose", "What is predicted, and what is decided with it? What is it not for?");

    public static CardField Users { get; } = new("Users", "Who uses the predictions, and whom do they concern?");

    public static CardField Owner { get; } = new("Owner", "Who answers for the model, and how are they reached?");

    public static CardField Limits { get; } = new("Limits", "Where does it not work, or not work well? What was left out of the data?");

    public static CardField Ethics { get; } = new("Ethical considerations", "Whom could a wrong prediction harm, and what is done about it?");

    public static CardField Source { get; } = new("Data source", "Where do the data come from, who collected them, when and for what?");

    public static CardField Licence { get; } = new("Data licence", "What allows the data to be used for this?");

    /// <summary>In the order of the card.</summary>
    public static IReadOnlyList<CardField> All { get; } = [Purpose, Users, Owner, Limits, Ethics, Source, Licence];
}
