using Kiln.Host.Training.Encodings;

namespace Kiln.Host.Tests.Training.Encodings;

public class TextVocabularyTests
{
    [Fact]
    public void What_enough_texts_have_is_counted_and_weighs_the_more_the_fewer_they_are()
    {
        var vocabulary = TextVocabulary.Learn(TextUnit.All[0], ["One two", "one TWO", "one", "three", ""], 100)!;

        var words = vocabulary.Numbers.Zip(vocabulary.Spellings).ToLookup(pair => pair.First, pair => pair.Second);
        Assert.Equal(["one", "two", "one two"], vocabulary.Ngrams.Select(ngram => string.Join(' ', ngram.Select(number => words[number].Max(StringComparer.Ordinal)))));
        // ln((1 + texts) / (1 + those that have it)) + 1, as scikit-learn has it.
        Assert.Equal([1.4054651f, 1.6931472f, 1.6931472f], vocabulary.Weights);
    }

    /// <summary>Of those that equally many texts have the one that was read first.</summary>
    [Fact]
    public void The_most_frequent_are_kept_where_there_are_too_many()
    {
        var vocabulary = TextVocabulary.Learn(TextUnit.All[0] with { Longest = 1 }, ["first b most", "most", "b most", "first"], 2)!;

        Assert.Equal(["FIRST", "First", "MOST", "Most", "first", "most"], vocabulary.Spellings);
        Assert.Equal(2, vocabulary.Ngrams.Length);
    }

    [Fact]
    public void Where_nothing_recurs_there_is_none() => Assert.Null(TextVocabulary.Learn(TextUnit.All[0], ["one", "two", ""], 100));
}
