"""Made-up people, papers and dates for invented page furniture."""

# ruff: noqa: E501
from __future__ import annotations

import random

FIRST = (
    "Anna Ben Carla David Elena Farid Grace Hassan Ines Jamal Karen Liam Mona Nikhil Olga Pedro Rosa "
    "Sami Tara Usman Vera Wei Yusuf Zoe Martin Julia Omar Priya Tom Lena Ahmed Sofia Kofi Ewa"
).split()
LAST = (
    "Adams Baker Costa Diaz Evans Fischer Garcia Haddad Ivanov Jones Khan Lopez Mansour Novak "
    "O'Brien Patel Quinn Rahman Silva Tanaka Usman Vega Weber Young Zhang Larsson Moreau Rossi Kim "
    "Mbeki Al-Sayed Ben-Ami van Dijk"
).split(" ")
PLACES = (
    "London Paris Nairobi Delhi Lima Cairo Warsaw Ottawa Sydney Tokyo Lagos Berlin Rome Madrid Oslo "
    "Beirut Jakarta Boston Denver Seoul Kyiv Athens Tunis Quito WASHINGTON GENEVA MOSCOW"
).split()
MONTHS = (
    "January February March April May June July August September October November December".split()
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
AGENCIES = (
    "AFP", "Reuters", "AP", "Associated Press", "The Associated Press", "dpa", "EFE", "ANSA", "PTI",
    "IANS", "ANI", "Xinhua", "TASS", "UPI", "Kyodo", "Yonhap", "Anadolu Agency", "Agencies", "Agence France-Presse",
    "Press Association", "News Agency", "Wire reports", "City News Service", "State TV", "Radio Free Press",
)  # fmt: skip
PAPERS = "Herald Courier Daily Observer Gazette Star Monitor Telegram Chronicle Post Wire Insider Today Globe Record".split()
ADJECTIVES = (
    "Northern Global Evening National Coastal City Valley Morning Metro Eastern Independent".split()
)
PHOTO_BANKS = (
    "Getty",
    "Getty Images",
    "AFP",
    "Reuters",
    "AP",
    "EPA",
    "Shutterstock",
    "Pixabay",
    "Unsplash",
    "File",
    "Twitter",
    "Facebook",
    "Supplied",
    "Handout",
)
OPINIONS = (
    "This is exactly what I said would happen. Nobody listens.",
    "I don't believe a word of it. They have lied to us for years and they will lie again.",
    "Great article, thank you for writing it!",
    "Why is nobody asking who pays for all this?",
    "You clearly have not read the report. Try again.",
    "My father worked there for thirty years and he would not recognise the place now.",
    "If they wanted peace they could have had it long ago. I think they should all go home.",
    "Lol what a joke",
    "Well said. I agree with every point you make, but I would add that the people who live there were never asked.",
    "So sad. My thoughts are with the families.",
    "Another day, another excuse. More of our money will be wasted, and for what?",
    "As a nurse I can tell you that it is far worse than they admit. We see it every day on the ward.",
    "And yet no one goes to prison. Funny how that works.",
    "I would kick them all out tomorrow if I could.",
    "Can someone explain to me why this was not done before?",
    "The author forgets to mention that it was the same people who voted for it.",
    "Wake up, everybody!!!",
    "I lived in that city and what you write is simply not true.",
)


def person(random_: random.Random) -> str:
    return f"{random_.choice(FIRST)} {random_.choice(LAST)}"


def paper(random_: random.Random) -> str:
    name = f"{random_.choice(ADJECTIVES)} {random_.choice(PAPERS)}"
    return random_.choice((name, f"The {name}", name.replace(" ", "")))


def day(random_: random.Random) -> str:
    month = random_.choice(MONTHS)
    year = random_.randint(1998, 2031)
    number = random_.randint(1, 28)
    return random_.choice(
        (
            f"{month} {number}, {year}", f"{number} {month} {year}", f"{number} {month}, {year}",
            f"{month[:3]} {number}, {year}", f"{random_.choice(DAYS)[:3]} {number} {month[:3]} {year}",
            f"{number:02}-{MONTHS.index(month) + 1:02}-{year}", f"{year}-{MONTHS.index(month) + 1:02}-{number:02}",
            f"{random_.choice(DAYS)}, {month} {number}, {year}", f"{number}/{MONTHS.index(month) + 1}/{year}",
        )
    )  # fmt: skip


def clock(random_: random.Random) -> str:
    hour, minute = random_.randint(0, 23), random_.randint(0, 59)
    return random_.choice(
        (
            f"{hour:02}:{minute:02}",
            f"{hour % 12 + 1}:{minute:02} pm",
            f"{hour:02}:{minute:02} GMT",
            f"{hour % 12 + 1:02}:{minute:02} AM",
            f"{hour % 12 + 1}:{minute:02} a.m. ET",
            f"{hour:02}:{minute:02} IST",
        )
    )
